"""A small collection, and a reader of index files that is as plain as can be."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from build_hooks.indexing.search.documents import Passage, SearchDocument


def a_document(number: int = 0, /, *texts: str, **fields: Any) -> SearchDocument:
    """Return a document with the texts as paragraphs, and sensible fields for the rest."""
    passages = tuple(Passage(text, f"p{place}") for place, text in enumerate(texts or ("نص قصير.",), 1))
    return SearchDocument(
        **({"url": f"articles/{number}/", "title": f"مقال {number}", "passages": passages} | fields)
    )


DOCUMENTS = (
    a_document(
        0,
        "افتتح الوزير جسرًا جديدًا على النهر، وحضر الحفل أهالي القرى القريبة.",
        "قال المهندسون إن الجسر سيخفف الزحام، وإنه بُني من الحجر المحلي.",
        title="جسر جديد على النهر",
        headings=("حجر من الجبل",),
        keywords=("الجسور", "النقل العام"),
        tags=("عمران", "خبر"),
        credits=("ليلى حسن", "وكالة الساحل للأنباء"),
        year=2024,
    ),
    a_document(
        1,
        "تعاني القرى الجبلية شح المياه في الصيف، ويحفر أهلها آبارًا أعمق كل عام.",
        "دعت الجمعية إلى ترشيد الماء وإلى إصلاح القنوات القديمة.",
        title="آبار القرى تجف",
        keywords=("المياه", "الزراعة"),
        tags=("بيئة", "تقرير", "Narrative"),
        year=2025,
    ),
    a_document(
        2,
        "شارك علي في معرض الكتاب، ووقّع روايته الأولى لزوّار المعرض.",
        "تحكي الرواية سيرة بحّار يعود إلى مدينته بعد غياب طويل.",
        title="رواية أولى في معرض الكتاب",
        keywords=("الأدب",),
        tags=("ثقافة", "خبر"),
        year=2025,
    ),
    a_document(
        3,
        "يعرض المتحف ١٢٬٠٠٠ قطعة، منها فخّار وعملات وخرائط بحرية.",
        "وصلت لوحتان من بغداد وأخرى من القاهرة، ووُضعت وبغداد في صدر القاعة.",
        title="المتحف البحري يفتح أبوابه",
        keywords=("المتاحف", "بغداد"),
        tags=("ثقافة", "تقرير"),
        year=2026,
    ),
    a_document(
        4,
        "فاز فريق المدينة بكأس الدوري بعد مباراة امتدت إلى الأشواط الإضافية.",
        "احتفل المشجعون في الساحة & رفعوا أعلامًا كُتب عليها <النصر>.",
        title="كأس الدوري لفريق المدينة",
        keywords=("كرة القدم",),
        tags=("رياضة", "خبر"),
        year=2026,
    ),
    a_document(
        5,
        "مسؤول في البلدية: خطة لإيران والعراق للتعاون في الطاقة.",
        "لم يذكر المسئول موعدًا، لكنه قال: «نعمل معًا خطوة خطوة».",
        title="تعاون في الطاقة",
        keywords=("الطاقة", "العراق"),
        tags=("سياسة", "خبر"),
    ),
    a_document(
        6,
        "الأمن الغذائي يبدأ من البذور المحلية، كما تقول باحثة في المركز.",
        "كاتب المقال يرى أن المكتبات تحفظ البذور كما تحفظ الكتب.",
        title="بذور تحفظ الذاكرة",
        keywords=("الزراعة",),
        tags=("بيئة",),
        year=2024,
    ),
)
"""In the order in which the index numbers them."""


def many_documents(count: int) -> list[SearchDocument]:
    """Return documents that each have a word of their own, so many that their texts are in several files."""
    return [a_document(number, f"{own_word(number)} كلام") for number in range(count)]


def own_word(number: int) -> str:
    """Return the word that only document `number` of `many_documents` has."""
    return f"كتب{number:03}".translate(str.maketrans("0123456789", "جحخدذرزسشص"))


def any_document(chance: random.Random) -> SearchDocument:
    """Return a document of rare and common words, some of which may be others behind a clitic."""
    words = [
        f"{chance.choice(('', '', 'و', 'ب', 'ال', 'لل', 'سي'))}{own_word(int(chance.expovariate(0.02)))}"
        for _ in range(chance.randrange(40))
    ]
    return a_document(
        chance.randrange(10**9),
        " ".join([*words, "في", "كَلام،"]),
        title="",
        keywords=tuple(words[:2]),
        tags=("خبر", "تقرير")[: chance.randrange(3)],
        credits=tuple(words[2 : 2 + chance.randrange(3)]),
        headings=tuple(words[4 : 4 + chance.randrange(2)]),
        year=chance.randrange(2020, 2024),
    )


def directory(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what `index.json` says."""
    found: dict[str, Any] = json.loads(files["index.json"])
    return found


def contents(files: Mapping[str, bytes], name: str) -> Iterator[bytes]:
    """Yield what the files `name-0.bin`, `name-1.bin` … hold."""
    folder = directory(files)["folder"]
    number = 0
    while (content := files.get(f"{folder}/{name}-{number}.bin")) is not None:
        yield zlib.decompress(content)
        number += 1


def read_varints(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield each number with the offset behind it."""
    number = shift = 0
    for place, byte in enumerate(content, 1):
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number, place
            number = shift = 0


def lines_and_body(shard: bytes) -> tuple[list[list[str]], bytes]:
    """Return the fields of a shard's lines, and what stands behind them."""
    length, start = next(read_varints(shard))
    lines = shard[start : start + length].decode().split("\n")
    return [line.split("\t") for line in lines], shard[start + length :]


def read_words(files: Mapping[str, bytes]) -> dict[str, dict[int, list[int]]]:
    """Return for each core of the index the levels of its postings by document."""
    found: dict[str, dict[int, list[int]]] = {}
    for shard in contents(files, "words"):
        lines, body = lines_and_body(shard)
        for stem, length, *fields in lines:
            entry, body = body[: int(length)], body[int(length) :]
            for field in fields:
                core, postings, *_ = field.split(" ")
                count = int(postings)
                steps = [step for step, _ in zip(read_varints(entry), range(count), strict=False)]
                end = steps[-1][1]
                levels = entry[end : end + count]
                entry = entry[end + count :]
                number = 0
                documents = found.setdefault(core.replace("~", stem), {})
                for (step, _), level in zip(steps, levels, strict=True):
                    number += step
                    documents.setdefault(number, []).append(level)
            assert not entry
        assert not body
    return found


def read_texts(files: Mapping[str, bytes]) -> list[list[list[str]]]:
    """Return the groups of each document's fields."""
    return [
        [[_unescaped(field) for field in group.split("\x1f")] for group in record.split("\x1d")]
        for batch in range(len(directory(files)["texts"]))
        for file in contents(files, f"texts-{batch}")
        for record in file.decode("windows-1256").split("\x1e")
    ]


def _unescaped(field: str) -> str:
    units = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), field)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
