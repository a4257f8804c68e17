package dev.goodgate.http.structured;

import java.util.List;
import java.util.Map;

/// Items in parentheses, with parameters of their own. RFC 9651 section 3.1.1.
///
/// @param items in order
/// @param parameters of the list as a whole, in order; unmodifiable
public record InnerList(List<Item> items, Map<String, BareItem> parameters) implements Member {

    /// Copies both and checks the keys.
    public InnerList {
        items = List.copyOf(items);
        parameters = Item.copy(parameters);
    }
}
