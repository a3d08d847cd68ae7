package dev.slipway.wire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to look ahead at.
 *
 * @param revision a branch, a tag or a commit; the default branch's head when absent
 * @param definition the document to judge by; the commit's own when absent
 * @param environment an environment or a group; the whole route when absent
 * @param parameters what it would be given
 * @param commits whether to tell which commits come and go; not unless told
 */
public record PreviewRequest(
    Optional<String> revision,
    Optional<File> definition,
    Optional<String> environment,
    Optional<Map<String, String>> parameters,
    Optional<Boolean> commits) {
  public PreviewRequest {
    parameters = parameters.map(all -> Collections.unmodifiableMap(new TreeMap<>(all)));
  }
}
