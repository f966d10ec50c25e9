"""For every test of the sandbox."""

from collections.abc import Iterator

import pytest

from tests.sandbox.stripe_shapes import taken_notes


@pytest.fixture(autouse=True)
def what_the_local_stripe_sends_has_the_shape_of_stripes() -> Iterator[None]:
    yield
    assert taken_notes() == []
