package dev.goodgate.logs.line;

import java.util.Locale;

/// The names of months and weekdays as logs write them.
final class Names {
    private Names() {}

    /// The month whose short name stands at the cursor, which moves past it and a dot; 0 when none
    /// does. English in any case; Spanish, Portuguese, Russian, German and French as `strftime`
    /// prints them.
    static int month(Cursor in) {
        int english = english(in);
        if (english > 0) return english;
        int length = 0;
        while (length < 6 && Character.isLetter(in.peek(length))) length++;
        if (length < 3 || length > 5) return 0;
        char next = in.peek(length);
        if (next != ' ' && next != '.') return 0;
        int after = next == '.' ? length + 1 : length;
        while (in.peek(after) == ' ') after++;
        if (!Cursor.isDigit(in.peek(after))) return 0;
        int month = foreign(in.text.substring(in.at, in.at + length).toLowerCase(Locale.ROOT));
        if (month == 0) return 0;
        in.at += next == '.' ? length + 1 : length;
        return month;
    }

    private static int english(Cursor in) {
        if (!letters(in)) return 0;
        int month =
                switch (packed(in)) {
                    case 0x6a616e /* jan */ -> 1;
                    case 0x666562 /* feb */ -> 2;
                    case 0x6d6172 /* mar */ -> 3;
                    case 0x617072 /* apr */ -> 4;
                    case 0x6d6179 /* may */ -> 5;
                    case 0x6a756e /* jun */ -> 6;
                    case 0x6a756c /* jul */ -> 7;
                    case 0x617567 /* aug */ -> 8;
                    case 0x736570 /* sep */ -> 9;
                    case 0x6f6374 /* oct */ -> 10;
                    case 0x6e6f76 /* nov */ -> 11;
                    case 0x646563 /* dec */ -> 12;
                    default -> 0;
                };
        if (month > 0) in.at += in.peek(3) == '.' ? 4 : 3;
        return month;
    }

    /// Whether an English weekday stands at the cursor, which moves past it.
    static boolean weekday(Cursor in) {
        if (!letters(in)) return false;
        boolean found =
                switch (packed(in)) {
                    case 0x6d6f6e /* mon */,
                            0x747565 /* tue */,
                            0x776564 /* wed */,
                            0x746875 /* thu */,
                            0x667269 /* fri */,
                            0x736174 /* sat */,
                            0x73756e /* sun */ ->
                            true;
                    default -> false;
                };
        if (found) in.at += 3;
        return found;
    }

    /// Three ASCII letters and no fourth.
    private static boolean letters(Cursor in) {
        return Cursor.isLetter(in.peek())
                && Cursor.isLetter(in.peek(1))
                && Cursor.isLetter(in.peek(2))
                && !Character.isLetter(in.peek(3));
    }

    private static int packed(Cursor in) {
        return ((in.peek() | 0x20) << 16) | ((in.peek(1) | 0x20) << 8) | (in.peek(2) | 0x20);
    }

    private static int foreign(String name) {
        return switch (name) {
            case "ene", "janv", "янв" -> 1;
            case "fev", "févr", "фев" -> 2;
            case "mär", "märz", "mars", "мар" -> 3;
            case "abr", "avril", "avr", "апр" -> 4;
            case "mai", "май", "мая" -> 5;
            case "juin", "июн" -> 6;
            case "juil", "июл" -> 7;
            case "ago", "août", "авг" -> 8;
            case "set", "sept", "сен" -> 9;
            case "out", "okt", "окт" -> 10;
            case "ноя" -> 11;
            case "dic", "dez", "déc", "дек" -> 12;
            default -> 0;
        };
    }
}
