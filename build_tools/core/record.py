"""Records: frozen pieces of a course that know where in their file they stand."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from build_tools.core.diagnostics import YamlPlace
from build_tools.core.faults import Fault
from build_tools.core.fields import FormatVersion, complain, is_null, kind_of
from build_tools.core.yaml_text import Table


class Record(BaseModel):
    """A part of a course file: frozen, without unknown fields, and aware of its place."""

    # The sentence below a field is its description in the JSON Schema that an editor shows.
    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True
    )
    # Whether data are read by a subclass that they name themselves, which may have more fields.
    by_kind: ClassVar[bool] = False
    _file: str = PrivateAttr("")
    _path: tuple[str | int, ...] = PrivateAttr(())
    _incomplete: bool = PrivateAttr(False)

    @property
    def incomplete(self) -> bool:
        """Whether a faulty part was left out when the record was made, so that less is known."""
        return bool((self.__pydantic_private__ or {})["_incomplete"])

    def place(self, *fields: str | int, key: bool = False) -> YamlPlace:
        """Point at this record, or at a field inside it (``key`` points at the field's name)."""
        # Read from the dictionary itself: pydantic's own way is slow, and rules ask often.
        private = self.__pydantic_private__ or {}
        return YamlPlace(private["_file"], private["_path"] + fields, on_key=key)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise complain(
                Fault.WRONG_TYPE,
                f"a group of fields is expected here, not {kind_of(value)}",
                "write “field: value” lines, or {field: value, …}",
            )
        # A field left empty counts as not given; one that must be given then reads as missing.
        empty = [name for name, part in value.items() if is_null(part)]
        given = {k: part for k, part in value.items() if k not in empty} if empty else value
        record = handler(given)
        if isinstance(value, Table):
            # Pydantic's own way of setting these is several times slower.
            private = record.__pydantic_private__
            assert private is not None
            private["_path"], private["_file"] = value.origin, value.file
        return record


class Single(Record):
    """A record that equals only itself, so that what is worked out of it once can be kept."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class FileRecord(Single):
    """The top of a file: a record that says which version of the format it is written in."""

    schema_version: FormatVersion = Field(default=1, alias="schema")
    """Version of the format this file is written in; always 1."""
