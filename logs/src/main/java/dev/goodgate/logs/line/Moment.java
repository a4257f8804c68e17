package dev.goodgate.logs.line;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A time whose parts are being read. What is out of range makes it no time. For one thread.
final class Moment {
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int LEAP_CYCLE = 8;

    private final LocalDate today;
    private ZoneId zone;
    private int offset = Zones.NONE;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int micro;

    Moment(Clock clock) {
        zone = clock.zone();
        today = clock.today();
    }

    /// Takes a date; whether there is such a day.
    boolean date(int years, int months, int days) {
        year = years;
        month = months;
        day = days;
        return years >= 1970 && years < 2200 && exists(years);
    }

    /// Takes a date without a year: the latest that is not after today; whether there is such a
    /// day.
    boolean date(int months, int days) {
        month = months;
        day = days;
        for (int back = 0; back <= LEAP_CYCLE; back++) {
            year = today.getYear() - back;
            if (exists(year) && (back > 0 || !later())) return true;
        }
        return false;
    }

    /// Corrects the year of the date; false, with nothing changed, where there is no such day.
    boolean year(int years) {
        int before = year;
        if (date(years, month, day)) return true;
        year = before;
        return false;
    }

    private boolean later() {
        int now = today.getMonthValue();
        return month > now || (month == now && day > today.getDayOfMonth());
    }

    private boolean exists(int years) {
        if (month < 1 || month > 12 || day < 1) return false;
        boolean leap = month == 2 && Year.isLeap(years);
        return day <= LENGTHS[month - 1] + (leap ? 1 : 0);
    }

    /// Reads `03:04:05`, the hour perhaps padded or short, and a fraction of up to nine digits; the
    /// cursor moves past it. Whether it was a time of day.
    boolean clock(Cursor in) {
        hour = in.padded();
        if (hour < 0 || hour > 23 || !in.eat(':')) return false;
        minute = in.exact(2);
        if (minute < 0 || minute > 59 || !in.eat(':')) return false;
        second = in.exact(2);
        if (second < 0 || second > 60) return false;
        return fraction(in) && (!Character.isLetterOrDigit(in.peek()) || zulu(in));
    }

    private static boolean zulu(Cursor in) {
        char here = in.peek();
        return (here == 'Z' || here == 'z') && !Character.isLetterOrDigit(in.peek(1));
    }

    /// Takes a time of day without punctuation.
    boolean clock(int hours, int minutes, int seconds) {
        hour = hours;
        minute = minutes;
        second = seconds;
        return hours >= 0
                && hours < 24
                && minutes >= 0
                && minutes < 60
                && seconds >= 0
                && seconds < 61;
    }

    private boolean fraction(Cursor in) {
        char here = in.peek();
        if (here != '.' && here != ',') return true;
        if (!Cursor.isDigit(in.peek(1))) return true;
        in.at++;
        int count = in.digits(10);
        if (count > 9) return false;
        micro = 0;
        for (int i = 0; i < 6; i++) {
            micro = micro * 10 + (i < count ? in.peek(i) - '0' : 0);
        }
        in.at += count;
        return true;
    }

    /// Reads ` AM` or ` PM` and corrects the hour; what else stands there stays.
    boolean half(Cursor in) {
        char gap = in.peek();
        boolean space = gap == ' ' || gap == '\u202f' || gap == '\u00a0';
        char which = (char) (in.peek(1) | 0x20);
        boolean written = space && (which == 'a' || which == 'p') && (in.peek(2) | 0x20) == 'm';
        if (!written) return true;
        if (Character.isLetterOrDigit(in.peek(3))) return true;
        in.at += 3;
        if (hour < 1 || hour > 12) return false;
        hour = hour % 12 + (which == 'p' ? 12 : 0);
        return true;
    }

    /// Reads the offset or region written here, if one is.
    void zone(Cursor in) {
        offset = Zones.offset(in);
        if (offset == Zones.NONE) zone = Zones.region(in, zone);
    }

    /// Microseconds since 1970 UTC.
    long micros() {
        long seconds = days() * 86_400 + hour * 3600L + minute * 60L + second;
        int shift = offset;
        if (shift == Zones.NONE) {
            shift =
                    zone instanceof ZoneOffset fixed
                            ? fixed.getTotalSeconds()
                            : zone.getRules()
                                    .getOffset(
                                            LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC))
                                    .getTotalSeconds();
        }
        return (seconds - shift) * 1_000_000 + micro;
    }

    /// Days since 1970, by years that begin in March.
    private long days() {
        long years = month > 2 ? year : year - 1L;
        int months = (month + 9) % 12;
        long leaps = years / 4 - years / 100 + years / 400;
        return years * 365 + leaps + (months * 306 + 5) / 10 + day - 1 - 719_468;
    }
}
