"""The judge reports wrong rows and accepts right ones."""

import hashlib
import unittest
from pathlib import Path

from judge import judge, same
from schema import Schema

ROOT = Path(__file__).parents[2]
TELEGRAM = ROOT / "schema/telegram"
SCHEMA = Schema((TELEGRAM / name).read_text(encoding="utf-8") for name in ("api-229.tl", "mtproto.tl"))


def row(value, data):
    """A row of the combinator that the value names."""
    return {"name": value["_"], "value": value, "hex": data}


def user(identifier, **fields):
    """A row of `inputPeerUser`."""
    value = {"_": "inputPeerUser", "user_id": str(identifier), "access_hash": "-1"} | fields
    return row(value, "4ca5e8dd" + identifier.to_bytes(8, "little").hex() + "ff" * 8)


class Judge(unittest.TestCase):
    """Tests with one row each."""

    def test_a_row_that_is_right_has_no_differences(self):
        self.assertEqual(judge(SCHEMA, user(7)), ([], []))

    def test_another_value_differs_both_ways(self):
        wrong = user(7)
        wrong["value"]["user_id"] = "8"
        differences, reasons = judge(SCHEMA, wrong)
        self.assertEqual(([], 2), (reasons, len(differences)))
        self.assertIn("encodes", differences[0])
        self.assertIn('"user_id": "7"', differences[1])

    def test_bytes_after_the_value_and_missing_bytes_are_differences(self):
        longer = user(7) | {"hex": user(7)["hex"] + "00000000"}
        self.assertTrue(any("20 bytes of 24" in what for what in judge(SCHEMA, longer)[0]))
        cut = user(7) | {"hex": user(7)["hex"][:-8]}
        self.assertTrue(judge(SCHEMA, cut)[0])

    def test_another_type_of_the_same_number_differs(self):
        self.assertTrue(judge(SCHEMA, user(7, access_hash=-1))[0])

    def test_what_telethon_does_otherwise_is_skipped_by_its_rule(self):
        silent = {"_": "inputPeerNotifySettings", "silent": False}
        differences, reasons = judge(SCHEMA, row(silent, "e26acbca" + "02000000" + "379779bc"))
        self.assertEqual(([], 1), (differences, len(reasons)))
        # It is still decoded.
        differences, _ = judge(SCHEMA, row(silent, "e26acbca" + "02000000" + "b5757299"))
        self.assertEqual(1, len(differences))

    def test_a_number_that_telethon_has_without_a_sign_is_skipped_when_it_is_negative(self):
        call = {"_": "channels.getMessageAuthor", "channel": {"_": "inputChannelEmpty"}}
        start = "e6a0e2ec" + "861e8cee"
        self.assertEqual(([], []), judge(SCHEMA, row(call | {"id": 1}, start + "01000000")))
        differences, reasons = judge(SCHEMA, row(call | {"id": -1}, start + "ffffffff"))
        self.assertEqual(([], 1), (differences, len(reasons)))
        self.assertTrue(judge(SCHEMA, row(call | {"id": 2}, start + "01000000"))[0])

    def test_a_large_row_is_told_by_its_digest(self):
        value = {"_": "upload.saveFilePart", "file_id": "1", "file_part": 2, "bytes": {"$fill": 3}}
        data = bytes.fromhex("21a604b3" + "01" + "00" * 7 + "02000000" + "03072645")
        digest = hashlib.sha256(data).hexdigest()
        large = row(value, None) | {"len": len(data), "sha256": digest}
        self.assertEqual(([], []), judge(SCHEMA, large))
        self.assertEqual(3, len(judge(SCHEMA, large | {"sha256": digest[::-1]})[0]))

    def test_a_word_that_no_field_depends_on_is_skipped_unless_it_is_zero(self):
        modified = {"_": "storiesStealthMode"}
        whole = {"_": "stories.allStoriesNotModified", "state": "", "stealth_mode": modified}
        rest = "00000000" + "fd272e71" + "00000000"
        self.assertEqual(([], []), judge(SCHEMA, row(whole, "3efe5811" + "00000000" + rest)))
        differences, reasons = judge(SCHEMA, row(whole | {"flags": 8}, "3efe5811" + "08000000" + rest))
        self.assertEqual(([], 1), (differences, len(reasons)))

    def test_numbers_are_told_apart_by_their_bits_only_where_they_have_some(self):
        nan = float("nan")
        self.assertTrue(same([nan, 0.0], [nan, 0.0]))
        self.assertFalse(same(0.0, -0.0))
        self.assertFalse(same(1, True))


if __name__ == "__main__":
    unittest.main()
