package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.text.Texts;

/// The way of a request as items of a list: visitor, gateway, application, and whatever else is at
/// fault between or behind them. The failing part is marked by colour, by a cross, by its outline
/// and in words, so that no single sense is needed to see it.
final class Drawing {
    private static final String PERSON =
            "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21c0-4 3.6-7 8-7s8 3 8 7\"/>";
    private static final String GATE =
            "<path d=\"M4 21V9a8 8 0 0 1 16 0v12M9 21v-9m6 9v-9M4 21h16\"/>";
    private static final String BOOK =
            "<path d=\"M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM9 9h6M9 13h6\"/>";
    private static final String SERVER =
            "<rect x=\"4\" y=\"4\" width=\"16\" height=\"7\" rx=\"2\"/>"
                    + "<rect x=\"4\" y=\"14\" width=\"16\" height=\"7\" rx=\"2\"/>"
                    + "<path d=\"M8 7.5h.01M8 17.5h.01\"/>";
    private static final String STORE =
            "<ellipse cx=\"12\" cy=\"6\" rx=\"8\" ry=\"3\"/>"
                    + "<path d=\"M4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3\"/>";
    private static final String CROSS = "<path d=\"M5 5l14 14M19 5L5 19\"/>";
    private static final String TICK = "<path d=\"M4 13l5 5L20 6\"/>";

    private enum State {
        OK("ok", "page.state_ok", TICK),
        /// Where it begins, for visitors: nobody is blamed.
        CAUSE("bad", "page.state_visitor", CROSS),
        BAD("bad", "page.state_failed", CROSS),
        NONE("none", "page.state_unreached", "");

        private final String style;
        private final String text;
        private final String mark;

        State(String style, String text, String mark) {
            this.style = style;
            this.text = text;
            this.mark = mark;
        }
    }

    private final Texts texts;
    private final StringBuilder out = new StringBuilder(1024);

    private Drawing(Texts texts) {
        this.texts = texts;
    }

    /// The drawing for a failure at that hop.
    static String of(Hop hop, Texts texts) {
        Drawing drawing = new Drawing(texts);
        switch (hop) {
            case VISITOR -> drawing.visitor(State.CAUSE).leg(State.OK).rest(State.OK);
            case ACCESS -> drawing.visitor(State.OK).broken(Hop.ACCESS).rest(State.NONE);
            case GATEWAY -> drawing.visitor(State.OK).leg(State.OK).rest(State.BAD);
            case RESOLVER ->
                    drawing.visitor(State.OK)
                            .leg(State.OK)
                            .gateway(State.OK)
                            .leg(State.OK)
                            .stop(Hop.RESOLVER, BOOK, State.BAD)
                            .leg(State.NONE)
                            .application(State.NONE);
            case PATH ->
                    drawing.visitor(State.OK)
                            .leg(State.OK)
                            .gateway(State.OK)
                            .broken(Hop.PATH)
                            .application(State.NONE);
            case UPSTREAM ->
                    drawing.visitor(State.OK)
                            .leg(State.OK)
                            .gateway(State.OK)
                            .leg(State.OK)
                            .application(State.BAD);
            case DEPENDENCY ->
                    drawing.visitor(State.OK)
                            .leg(State.OK)
                            .gateway(State.OK)
                            .leg(State.OK)
                            .application(State.OK)
                            .leg(State.OK)
                            .stop(Hop.DEPENDENCY, STORE, State.BAD);
        }
        return drawing.out.toString();
    }

    private Drawing visitor(State state) {
        return stop(Hop.VISITOR, PERSON, state);
    }

    private Drawing gateway(State state) {
        return stop(Hop.GATEWAY, GATE, state);
    }

    private Drawing application(State state) {
        return stop(Hop.UPSTREAM, SERVER, state);
    }

    /// The gateway in that state, and an application nobody asked.
    private Drawing rest(State state) {
        return gateway(state).leg(State.NONE).application(State.NONE);
    }

    private Drawing stop(Hop hop, String icon, State state) {
        out.append("<li class=\"stop ").append(state.style).append("\"><i class=\"icon\">");
        svg(icon);
        badge(state);
        out.append("</i><b>").append(name(hop)).append("</b><span class=\"state\">");
        out.append(HtmlPage.escaped(texts.text(state.text))).append("</span></li>");
        return this;
    }

    private Drawing leg(State state) {
        String style = state.style;
        out.append("<li class=\"leg ").append(style).append("\" aria-hidden=\"true\"></li>");
        return this;
    }

    /// A leg that is itself the place of the failure.
    private Drawing broken(Hop hop) {
        out.append("<li class=\"leg bad\">");
        badge(State.BAD);
        out.append("<b>").append(name(hop)).append("<span class=\"state\">");
        out.append(HtmlPage.escaped(texts.text(State.BAD.text))).append("</span></b></li>");
        return this;
    }

    private void badge(State state) {
        if (state.mark.isEmpty()) return;
        out.append("<i class=\"badge\">");
        svg(state.mark);
        out.append("</i>");
    }

    private void svg(String shape) {
        out.append("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">").append(shape);
        out.append("</svg>");
    }

    private String name(Hop hop) {
        return HtmlPage.escaped(texts.text("hop." + hop.id()));
    }
}
