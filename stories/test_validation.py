from tools.validation import FILE, text


def test_the_list_of_combined_rules_is_that_of_the_rules():
    assert FILE.read_text(encoding="utf-8") == text(), "python -m tools.validation"
