"""What Litestar cannot see in our types when it describes them."""

from typing import Any

from litestar.openapi.spec import OpenAPIType, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from communique.model import Span


class SpanSchema(OpenAPISchemaPlugin):
    """A span is written as [start, end]."""

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:
        """True for a span."""
        return value is Span

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:
        """An array of two whole numbers."""
        number = Schema(type=OpenAPIType.INTEGER, minimum=0)
        return Schema(type=OpenAPIType.ARRAY, items=number, min_items=2, max_items=2, description="[start, end] in code points")
