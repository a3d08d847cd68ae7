package dev.slipway.registry.rebase;

import dev.slipway.registry.Json;
import dev.slipway.registry.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an image says it was made from. Both parts have a form in which they can stand in a link.
 *
 * @param repository where its source lies
 * @param revision which commit of it
 */
public record Origin(String repository, String revision) {

  private static final Pattern REPOSITORY =
      Pattern.compile(
          "https://[a-z0-9](?:[a-z0-9.-]{0,250})(?::[0-9]{1,5})?(?:/[A-Za-z0-9_][A-Za-z0-9._-]{0,100}){1,8}");

  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{7,64}");

  static Optional<Origin> of(Configuration configuration) {
    return of(configuration.label(Labels.SOURCE), configuration.label(Labels.REVISION))
        .or(() -> configuration.label(Labels.PROJECT).flatMap(Origin::ofProject));
  }

  /** What buildpacks write down of the repository that they found. */
  private static Optional<Origin> ofProject(String label) {
    try {
      var source = Json.object(label, "project-label-malformed", "A label").path("source");
      return of(
          Optional.of(Json.string(source.path("metadata").path("repository"))),
          Optional.of(Json.string(source.path("version").path("commit"))));
    } catch (Refusal unreadable) {
      // It is a remark, and one that nothing depends on.
      return Optional.empty();
    }
  }

  private static Optional<Origin> of(Optional<String> repository, Optional<String> revision) {
    return repository
        .map(it -> it.replaceFirst("\\.git$", ""))
        .filter(it -> REPOSITORY.matcher(it).matches())
        .flatMap(found ->
            revision.filter(it -> REVISION.matcher(it).matches()).map(it -> new Origin(found, it)));
  }

  /** Where the commit is shown. */
  public String link() {
    return repository + "/commit/" + revision;
  }

  /** Where is shown what came between an earlier one and this one, if they have one history. */
  public Optional<String> since(Origin earlier) {
    return earlier.repository.equals(repository) && !earlier.revision.equals(revision)
        ? Optional.of(repository + "/compare/" + earlier.revision + "..." + revision)
        : Optional.empty();
  }
}
