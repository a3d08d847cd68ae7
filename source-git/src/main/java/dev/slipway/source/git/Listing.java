package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Head;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code git ls-remote} printed: a commit and a ref per line, separated by a tab.
 *
 * @param commits by full ref name; an annotated tag stands for the commit that it names
 * @param head the branch that HEAD names, where it was asked for
 */
record Listing(Map<RefName, Sha> commits, Optional<RefName> head, String token) {

  private static final String PEELED = "^{}";
  private static final String SYMBOLIC = "ref: ";

  static Listing of(String output) {
    Map<RefName, Sha> commits = new TreeMap<>();
    Optional<RefName> head = Optional.empty();
    // A peeled tag comes after the tag itself and takes its place.
    for (String line : output.split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        continue;
      }
      String left = line.substring(0, tab);
      String name = line.substring(tab + 1);
      if (left.startsWith(SYMBOLIC)) {
        head = ref(left.substring(SYMBOLIC.length()));
      } else {
        put(left, name, commits);
      }
    }
    return new Listing(commits, head, digest(output));
  }

  List<Head> heads() {
    return commits.entrySet().stream()
        .map(entry -> new Head(entry.getKey(), Optional.of(entry.getValue())))
        .toList();
  }

  Optional<Sha> commit(RefName ref) {
    return Optional.ofNullable(commits.get(ref));
  }

  List<Head> heads(List<RefName> refs) {
    return refs.stream().map(ref -> new Head(ref, commit(ref))).toList();
  }

  private static void put(String id, String name, Map<RefName, Sha> commits) {
    String plain =
        name.endsWith(PEELED) ? name.substring(0, name.length() - PEELED.length()) : name;
    try {
      commits.put(new RefName(plain), new Sha(id));
    } catch (InvalidValue _) {
      // A name or id beyond what Slipway can name is as if it were not there.
    }
  }

  private static Optional<RefName> ref(String name) {
    try {
      return Optional.of(new RefName(name));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  private static String digest(String output) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(output.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
