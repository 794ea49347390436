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


def test_a_path_of_many_choices_does_not_fill_the_memory() -> None:
    """A hundred steps with two keys each have 2 to the 100th ways; 64 are kept, that of the first keys among them."""
    root: Node[str] = Node()
    root.add([("a", "b")] * 100, "entry")
    nodes, ends = [root], 0
    for node in nodes:
        nodes += node.children.values()
        ends += len(node.entries)
    assert 64 == ends
    node = root
    for _ in range(100):
        node = node.children["a"]
    assert ["entry"] == node.entries
