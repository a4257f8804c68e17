package dev.goodgate.http.structured;

import java.util.Map;

/// What a list or a dictionary is made of. RFC 9651 section 3.1.
public sealed interface Member permits Item, InnerList {

    /// The parameters in order.
    Map<String, BareItem> parameters();
}
