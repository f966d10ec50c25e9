"""Products and their prices: https://docs.stripe.com/products-prices/how-products-and-prices-work."""

from . import objects
from .errors import InvalidRequest
from .events import Cause, change, emit
from .lookup import named
from .objects import Object
from .params import CreatePrice, CreateProduct, PriceData, UpdatePrice, UpdateProduct, changed
from .store import Transaction


def create_product(tx: Transaction, given: CreateProduct, cause: Cause) -> Object:
    if given.id is not None and tx.find(given.id) is not None:
        raise InvalidRequest("Product already exists.", code="resource_already_exists", param="id")
    product = objects.product(
        given.name,
        product_id=given.id,
        active=given.active,
        description=given.description,
        images=given.images,
        metadata=given.metadata,
    )
    tx.insert(product)
    emit(tx, "product.created", product, cause)
    return product


def update_product(tx: Transaction, product: Object, given: UpdateProduct, cause: Cause) -> Object:
    if given.default_price:
        named(tx, given.default_price, "price", "default_price")
    previous = change(tx, product, **changed(product, given))
    emit(tx, "product.updated", product, cause, previous)
    return product


def update_price(tx: Transaction, price: Object, given: UpdatePrice, cause: Cause) -> Object:
    previous = change(tx, price, **changed(price, given))
    emit(tx, "price.updated", price, cause, previous)
    return price


def create_price(tx: Transaction, given: CreatePrice, cause: Cause) -> Object:
    product = _product(tx, given, "", active=True)
    if given.product_data is not None:
        emit(tx, "product.created", product, cause)
    price = objects.price(
        given.currency,
        given.unit_amount,
        product["id"],
        active=given.active,
        lookup_key=given.lookup_key,
        metadata=given.metadata,
        nickname=given.nickname,
        recurring=None if given.recurring is None else objects.recurring(given.recurring.model_dump()),
    )
    tx.insert(price)
    emit(tx, "price.created", price, cause)
    return price


def inline_price(tx: Transaction, data: PriceData, param: str) -> Object:
    """Prices and products made in passing are inactive at once: nobody can use them again."""
    product = _product(tx, data, param, active=False)
    recurring = None if data.recurring is None else objects.recurring(data.recurring.model_dump())
    price = objects.price(data.currency, data.unit_amount, product["id"], active=False, recurring=recurring)
    tx.insert(price)
    return price


def _product(tx: Transaction, given: PriceData | CreatePrice, param: str, *, active: bool) -> Object:
    """The product that a price names, or a new one from `product_data`."""
    where = f"{param}[product]" if param else "product"
    if (given.product is None) == (given.product_data is None):
        raise InvalidRequest("Give exactly one of product and product_data.", param=where)
    if given.product_data is None:
        return named(tx, str(given.product), "product", where)
    product = objects.product(**given.product_data.model_dump(), active=active)
    tx.insert(product)
    return product
