package dev.goodgate.logs.line;

import dev.goodgate.logs.line.Clock.Stamp;

/// The forms of times, told apart by their first characters. One object reads one time.
final class TimeForms {
    private static final long YEAR_2000 = 946_684_800L;
    private static final long YEAR_2100 = 4_102_444_800L;

    private final Cursor in;
    private final Moment moment;

    private TimeForms(Cursor in, Clock clock) {
        this.in = in;
        this.moment = new Moment(clock);
    }

    /// The time that starts exactly there.
    static Stamp read(Clock clock, String text, int from) {
        if (from < 0 || text.length() - from < 10) return Stamp.NONE;
        var in = new Cursor(text, from);
        if (Cursor.isDigit(in.peek())) return new TimeForms(in, clock).number();
        if (Character.isLetter(in.peek())) return new TimeForms(in, clock).word();
        return Stamp.NONE;
    }

    private Stamp number() {
        int length = in.digits(20);
        char next = in.peek(length);
        return switch (length) {
            case 1, 2 -> stamp(dayFirst());
            case 4 -> next == '-' || next == '/' ? stamp(yearFirst(next)) : Stamp.NONE;
            case 6 -> next == ' ' ? stamp(packedDate()) : Stamp.NONE;
            case 8 -> stamp(basic());
            case 10, 13, 16, 19 -> epoch(length);
            default -> Stamp.NONE;
        };
    }

    private Stamp stamp(boolean found) {
        return found ? new Stamp(moment.micros(), in.at) : Stamp.NONE;
    }

    /// `2026-01-02T03:04:05.123Z`, `2026/01/02 03:04:05`.
    private boolean yearFirst(char separator) {
        int year = in.exact(4);
        in.at++;
        int month = in.exact(2);
        if (!in.eat(separator)) return false;
        int day = in.exact(2);
        if (!moment.date(year, month, day)) return false;
        char between = in.peek();
        if (between != 'T' && between != ' ' && between != 't' && between != '\t') return false;
        in.at++;
        if (!moment.clock(in)) return false;
        moment.zone(in);
        return true;
    }

    /// `02/Jan/2026:03:04:05 +0000`, `02-Jan-2026 03:04:05.123`, `02 Jan 2026 03:04:05`, and the
    /// last without a year.
    private boolean dayFirst() {
        int day = in.padded();
        char separator = in.peek();
        if (separator != '/' && separator != '-' && separator != ' ') return false;
        in.at++;
        int month = Names.month(in);
        if (month == 0 || !in.eat(separator)) return false;
        int year = in.digits(5) == 4 ? in.exact(4) : -1;
        if (year < 0) {
            if (separator != ' ' || !moment.date(month, day)) return false;
        } else {
            if (!moment.date(year, month, day)) return false;
            boolean colon = in.eat(':');
            if (colon) in.eat(':');
            if (!colon && !in.eat(' ')) return false;
        }
        if (!moment.clock(in)) return false;
        moment.zone(in);
        return true;
    }

    /// `260102 3:04:05`.
    private boolean packedDate() {
        int year = in.exact(2);
        int month = in.exact(2);
        int day = in.exact(2);
        return moment.date(2000 + year, month, day) && in.eat(' ') && moment.clock(in);
    }

    /// `20260102T030405Z`, `20260102.03h04m05s`.
    private boolean basic() {
        int year = in.exact(4);
        int month = in.exact(2);
        int day = in.exact(2);
        if (!moment.date(year, month, day)) return false;
        boolean letters = in.eat('.');
        if (!letters && !in.eat('T')) return false;
        int hour = in.exact(2);
        if (letters && !in.eat('h')) return false;
        int minute = in.exact(2);
        if (letters && !in.eat('m')) return false;
        int second = in.exact(2);
        if (letters && !in.eat('s')) return false;
        if (!moment.clock(hour, minute, second)) return false;
        moment.zone(in);
        return !Character.isLetterOrDigit(in.peek());
    }

    /// Seconds, millis, micros or nanos since 1970; seconds with a fraction.
    private Stamp epoch(int length) {
        long value = 0;
        int micros = 6;
        for (int i = 0; i < length && i < 16; i++) value = value * 10 + (in.peek(i) - '0');
        in.at += length;
        if (length == 10 && in.peek() == '.' && Cursor.isDigit(in.peek(1))) {
            in.at++;
            int count = in.digits(10);
            if (count > 9) return Stamp.NONE;
            for (int i = 0; i < 6; i++) value = value * 10 + (i < count ? in.peek(i) - '0' : 0);
            in.at += count;
            micros = 0;
        } else if (length >= 13) {
            micros = length == 13 ? 3 : 0;
        }
        for (int i = 0; i < micros; i++) value *= 10;
        char next = in.peek();
        boolean ends = !Character.isLetterOrDigit(next) && next != '_' && next != '.';
        boolean plausible = value >= YEAR_2000 * 1_000_000 && value < YEAR_2100 * 1_000_000;
        return ends && plausible ? new Stamp(value, in.at) : Stamp.NONE;
    }

    private Stamp word() {
        if (Cursor.isDigit(in.peek(1))) return stamp(klog());
        if (!Names.weekday(in)) return stamp(monthFirst());
        in.eat(',');
        if (!in.eat(' ')) return Stamp.NONE;
        if (in.digits(5) == 4) return stamp(yearFirst('-'));
        if (Cursor.isDigit(in.peek())) return stamp(dayFirst());
        return stamp(monthFirst() && yearLast());
    }

    /// `I0102 03:04:05.123456`.
    private boolean klog() {
        if ("IWEF".indexOf(in.peek()) < 0) return false;
        in.at++;
        int month = in.exact(2);
        int day = in.exact(2);
        if (!moment.date(month, day) || !in.eat(' ')) return false;
        int start = in.at;
        return moment.clock(in) && in.at - start > 8;
    }

    /// `Jan 2 03:04:05`, `Jan 2, 2026 3:04:05 PM`, `Jan 2 2026 03:04:05`, and after a weekday `Jan
    /// 02 03:04:05.123456 2026`.
    private boolean monthFirst() {
        int month = Names.month(in);
        if (month == 0 || !in.eat(' ')) return false;
        int day = in.padded();
        if (day < 1) return false;
        boolean comma = in.eat(',');
        if (!in.eat(' ')) return false;
        if (comma || in.digits(5) == 4) {
            int year = in.digits(5) == 4 ? in.exact(4) : -1;
            if (!moment.date(year, month, day)) return false;
            if (comma) in.eat(',');
            if (!in.eat(' ') || !moment.clock(in)) return false;
            return moment.half(in);
        }
        return moment.date(month, day) && moment.clock(in);
    }

    /// Reads the zone and the year that may stand after the time. Always true.
    private boolean yearLast() {
        moment.zone(in);
        if (in.peek() != ' ') return true;
        int start = in.at;
        in.at++;
        boolean year = in.digits(5) == 4 && !Character.isLetter(in.peek(4));
        if (!year || !moment.year(in.exact(4))) in.at = start;
        return true;
    }
}
