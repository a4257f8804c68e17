package dev.goodgate.logs.report;

import java.util.List;
import java.util.Map;

/// Failures over time as bars, with the same said in words. Drawn as SVG in the page.
record HtmlChart(Report report, Html out) {
    /// As many bars at most.
    static final int SLICES = 80;

    private static final int STEP = 10;
    private static final int BAR = 8;
    private static final int HEIGHT = 100;
    private static final long SECOND = 1_000_000;

    void draw(Rate rate) {
        When when = new When(report.explained().clock().zone());
        long end = rate.fromMicros() + rate.widthMicros() * rate.counts().size();
        List<String> ends = when.ends(rate.fromMicros(), end);
        String peak =
                report.texts()
                        .text(
                                "story.peak",
                                Map.of(
                                        "number", rate.peak(),
                                        "width",
                                                new Amounts(report.texts())
                                                        .seconds(rate.widthMicros() / SECOND)));
        String title = report.text("story.chart");
        out.raw(
                "<div class=\"chart\"><svg role=\"img\" preserveAspectRatio=\"none\" aria-label=\"");
        String span = when.span(rate.fromMicros(), end);
        out.text(title + ": " + report.texts().list(List.of(peak, span)));
        out.raw("\" viewBox=\"0 0 " + rate.counts().size() * STEP + " " + HEIGHT + "\">");
        bars(rate);
        out.raw("</svg>\n<p class=\"axis\">").element("span", ends.getFirst());
        out.element("span", peak).element("span", ends.getLast()).raw("</p></div>\n");
    }

    private void bars(Rate rate) {
        int x = 1;
        for (long count : rate.counts()) {
            long height = count == 0 ? 0 : Math.max(2, count * HEIGHT / rate.peak());
            if (height > 0) {
                out.raw("<rect x=\"" + x + "\" y=\"" + (HEIGHT - height) + "\" width=\"" + BAR);
                out.raw("\" height=\"" + height + "\"/>");
            }
            x += STEP;
        }
    }
}
