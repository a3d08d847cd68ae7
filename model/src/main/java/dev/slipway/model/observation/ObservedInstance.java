package dev.slipway.model.observation;

import dev.slipway.model.Digest;
import dev.slipway.model.ServiceName;
import java.util.SortedMap;

/**
 * One running thing of a service.
 *
 * @param release the digest of the release that it runs
 * @param details what can be seen from outside, such as {@code pid} or {@code url}; at most 16
 *     short values, no secret
 */
public record ObservedInstance(
    ServiceName service,
    String instance,
    Digest release,
    Health health,
    SortedMap<String, String> details) {}
