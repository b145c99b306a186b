"""Validates files with the source of the W3C feed validator: pairs of an address and a path on the command line, JSON on standard output."""

import json
import sys

import feedvalidator
from feedvalidator import compatibility

said = ("element", "parent", "value", "line", "namespace", "attr", "attribute", "message", "uri")


def validate(address, path):
    with open(path, "rb") as stream:
        try:
            events = feedvalidator.validateStream(stream, firstOccurrenceOnly=0, base=address)["loggedEvents"]
        except feedvalidator.logging.ValidationFailure as failure:
            events = [failure.event]
    return [describe(event) for event in compatibility.AA(events)]


def describe(event):
    kinds = [kind.__name__ for kind in type(event).__mro__]
    level = "error" if "Error" in kinds else "warning" if "Warning" in kinds else "info"
    params = {name: str(event.params[name]) for name in said if event.params.get(name)}
    return {"kind": kinds[0], "level": level, **params}


pairs = zip(sys.argv[1::2], sys.argv[2::2])
print(json.dumps({path: validate(address, path) for address, path in pairs}))
