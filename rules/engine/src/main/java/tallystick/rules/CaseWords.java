package tallystick.rules;

import tallystick.rules.guarded.Vocabulary;

/** What texts in guarded rules may be: the same as in the cells of a table. */
record CaseWords(Dictionary dictionary) implements Vocabulary {
    @Override
    public boolean isFact(String name) {
        return dictionary.types().containsKey(name);
    }

    @Override
    public boolean isNumber(String fact) {
        return dictionary.isNumber(fact);
    }

    @Override
    public boolean isCode(String text) {
        return Cells.isCode(text);
    }

    @Override
    public boolean isSentence(String text) {
        return Cells.isText(text) && !Lint.saysNothing(text);
    }

    @Override
    public boolean isWord(String text) {
        return Cells.isWord(text);
    }
}
