package dev.slipway.source.github;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A deployment as a list of GitHub's tells it.
 *
 * @param id its number there; a later one is greater
 * @param all the page that it stands on
 * @param at where it stands there
 */
record KeptDeployment(long id, Map<String, String> all, int at) {

  /** Those of a page that have a number. */
  static List<KeptDeployment> of(Map<String, String> all, int size) {
    return IntStream.range(0, size)
        .boxed()
        .flatMap(at ->
            Optional.ofNullable(all.get(at + ".id"))
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> new KeptDeployment(Long.parseLong(id), all, at))
                .stream())
        .toList();
  }

  /** What its payload says under a key; a payload may be told as what it is, or as text. */
  Optional<String> said(String key) {
    return Optional.ofNullable(all.get(at + ".payload." + key))
        .or(() ->
            Optional.ofNullable(all.get(at + ".payload"))
                .flatMap(Flat::read)
                .flatMap(text -> Optional.ofNullable(text.get(key))));
  }

  boolean says(String key, String value) {
    return said(key).filter(value::equals).isPresent();
  }
}
