from __future__ import annotations

from build_hooks.indexing.trie import Node


def test_an_entry_ends_every_path_that_its_keys_allow() -> None:
    """A step with two keys may be taken by either, and both lead on."""
    root: Node[str] = Node()
    root.add([("a", "b"), ("c",)], "entry")
    root.add([("a",)], "shorter")
    assert ["entry"] == root.children["a"].children["c"].entries == root.children["b"].children["c"].entries
    assert ["shorter"] == root.children["a"].entries
    assert [] == root.entries == root.children["b"].entries
