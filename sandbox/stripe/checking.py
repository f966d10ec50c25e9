"""Every request against Stripe's own structure: what Stripe would refuse is refused, in Stripe's words.

Form encoding knows text only, so a type is what a text can be read as. What passes here and is still refused by
`params` is Stripe's, and not covered by the local Stripe. Codes and messages: https://docs.stripe.com/error-codes.
"""

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from itertools import chain
from typing import Any

from flask import request
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from . import params
from .errors import InvalidRequest
from .money import CURRENCIES
from .newer import RENAMED_SINCE
from .structure import Spelling, operation_key, params_of

FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
UNSETS = [""]  # the enumeration by which Stripe's document says that an empty text is allowed, and unsets

FORMATS = FormatChecker(formats=())


@FORMATS.checks("currency")
def is_currency(value: object) -> bool:
    return value == "" or str(value).lower() in CURRENCIES


@FORMATS.checks("decimal")
def is_decimal(value: object) -> bool:
    return value == "" or re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", str(value)) is not None


def _reads_as(pattern: str) -> Any:
    """A type of the form encoding."""
    matches = re.compile(pattern).fullmatch
    return lambda _checker, value: isinstance(value, str) and matches(value) is not None


FORM_TYPES = Draft202012Validator.TYPE_CHECKER.redefine_many(
    {
        "integer": _reads_as("-?[0-9]{1,18}"),
        "number": _reads_as(r"-?[0-9]+(\.[0-9]+)?"),
        "boolean": _reads_as("true|false"),
    }
)
FormValidator = extend(Draft202012Validator, type_checker=FORM_TYPES)  # type: ignore[no-untyped-call]


def checked_params() -> dict[str, Any]:
    """The parameters of this request, decoded, or Stripe's error about the first that is wrong."""
    if request.content_length and request.mimetype not in FORMS:
        raise InvalidRequest(
            "Invalid request (check that your POST content type is application/x-www-form-urlencoded)."
        )
    given = params.decode(chain(request.args.items(multi=True), request.form.items(multi=True)))
    rule = request.url_rule
    validator = None if rule is None else _validator(operation_key(request.method, rule.rule), _spelling())
    if validator is not None:
        errors = [_to_blame(error) for error in validator.iter_errors(given)]
        if errors:
            raise _as_stripe_says(_first(errors))
    return given


def _spelling() -> Spelling:
    """A request that names no API version has its account's; Stripe's CLI, which names none, spells as of old."""
    version = request.headers.get("Stripe-Version")
    if version is None:
        return "either"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[a-z]+)?", version):
        raise InvalidRequest(f"Invalid Stripe API version: {version}")
    return "old" if version < RENAMED_SINCE else "new"


@cache
def _validator(operation: str, spelling: Spelling) -> Validator | None:
    schema = params_of(operation, spelling)
    return None if schema is None else FormValidator(schema, format_checker=FORMATS)


def _first(errors: Iterable[ValidationError]) -> ValidationError:
    """Stripe tells of unknown parameters before wrong ones, and of missing ones last."""
    order = {"additionalProperties": 0, "required": 2}
    return min(errors, key=lambda error: order.get(str(error.validator), 1))


def _to_blame(error: ValidationError) -> ValidationError:
    """Of alternatives, the error of the one that was meant: of the type that was given, or nearly so."""
    if error.validator != "anyOf":
        return error
    branches: dict[Any, list[ValidationError]] = {}
    for each in error.context or ():
        if not (each.validator == "enum" and each.validator_value == UNSETS):
            branches.setdefault(each.relative_schema_path[0], []).append(each)
    nearest: list[ValidationError] = min(branches.values(), key=_distance)
    return _to_blame(_first(nearest))


def _distance(branch: list[ValidationError]) -> int:
    """How far an alternative is from what was given; a text is nearer to a number than to a hash."""
    wrong_types = [error.validator_value for error in branch if error.validator == "type" and not error.relative_path]
    if not wrong_types:
        return 1 if any(error.validator == "additionalProperties" for error in branch) else 0
    return 3 if wrong_types[0] in ("array", "object") or not isinstance(branch[0].instance, str) else 2


def _as_stripe_says(error: ValidationError) -> InvalidRequest:
    where = [str(part) for part in error.absolute_path]
    value: Any = error.instance
    wanted: Any = error.validator_value
    if error.validator == "additionalProperties":
        schema: Any = error.schema
        return _unknown(where, [name for name in value if name not in schema["properties"]], schema["properties"])
    if error.validator == "required":
        param = _spelled([*where, next(name for name in wanted if name not in value)])
        return InvalidRequest(f"Missing required param: {param}.", code="parameter_missing", param=param)
    return _invalid(_spelled(where), value, error)


def _unknown(where: list[str], names: list[str], known: Iterable[str]) -> InvalidRequest:
    spelled = [_spelled([*where, name]) for name in names]
    message = f"Received unknown parameter{'s' if len(names) > 1 else ''}: {', '.join(spelled)}"
    if len(names) == 1 and (close := get_close_matches(names[0], list(known), 1)):
        message += f". Did you mean {_spelled([*where, *close])}?"
    return InvalidRequest(message, code="parameter_unknown", param=spelled[0])


def _invalid(param: str, value: Any, error: ValidationError) -> InvalidRequest:
    """The value is not what the parameter can hold."""
    allowed: Any = error.validator_value
    if value == "":
        return InvalidRequest(params.EMPTY.format(param=param), code="parameter_invalid_empty", param=param)
    if error.validator == "enum":
        return InvalidRequest(f"Invalid {param}: must be {_one_of(allowed)}", param=param)
    if error.validator == "maxLength":
        return InvalidRequest(f"Invalid string: {value}; must be at most {allowed} characters", param=param)
    if allowed in ("array", "object"):
        return InvalidRequest("Invalid array" if allowed == "array" else "Invalid hash", param=param)
    code = "parameter_invalid_integer" if allowed == "integer" else None
    return InvalidRequest(
        f"Invalid {allowed}: {value if isinstance(value, str) else json.dumps(value)}", code=code, param=param
    )


def _one_of(values: list[str]) -> str:
    *others, last = [value for value in values if value]
    if not others:
        return last
    return f"one of {', '.join(others)}{',' if len(others) > 1 else ''} or {last}"


def _spelled(path: list[str]) -> str:
    first, *rest = path
    return first + "".join(f"[{part}]" for part in rest)
