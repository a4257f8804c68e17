package dev.goodgate.bench.compare;

import java.util.List;

/// Numbers of the same thing, one per round.
record Series(List<Double> values) {
    Series {
        values = values.stream().sorted().toList();
    }

    /// The middle value; the mean of the two middle ones when their number is even; 0 of none.
    double median() {
        if (values.isEmpty()) {
            return 0;
        }
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /// Half the distance between the smallest and the largest, in percent of the median.
    double spreadPercent() {
        return values.isEmpty() || median() == 0
                ? 0
                : (values.getLast() - values.getFirst()) / 2 / median() * 100;
    }
}
