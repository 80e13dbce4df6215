"""What Litestar cannot see in our types when it describes them."""

from datetime import datetime
from typing import Any

from litestar.openapi.spec import OpenAPIType, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from communique.model import Span

TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$"


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


class TimeSchema(OpenAPISchemaPlugin):
    """A time is UTC, and written without saying so; OpenAPI's own date-time has to say it."""

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:
        """True for a time."""
        return value is datetime

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:
        """A text that is written like a time."""
        return Schema(type=OpenAPIType.STRING, pattern=TIME, description="UTC, as 2026-03-31T12:00:00.000000")
