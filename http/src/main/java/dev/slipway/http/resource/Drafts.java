package dev.slipway.http.resource;

import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Papers;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.wire.File;
import java.util.List;
import java.util.stream.Stream;

/** Documents that somebody is still working on; nothing of them is kept. */
final class Drafts {

  private final Doors doors;

  Drafts(Doors doors) {
    this.doors = doors;
  }

  /** What files define; refused with every mistake and its place. */
  Papers.Compiled compiled(List<File> files) {
    Papers.Compiled compiled = doors.papers().compile(Documents.papers(files));
    if (!compiled.mistakes().isEmpty()) {
      throw Refusal.invalid(compiled.mistakes().stream().map(Documents::problem).toList());
    }
    return compiled;
  }

  /** What a file says of one application; refused where it says nothing of it. */
  ApplicationDefinition definition(ApplicationRow row, File file) {
    return compiled(List.of(file)).documents().stream()
        .flatMap(document ->
            document instanceof Document.OfApplication it
                ? Stream.of(it.definition())
                : Stream.of())
        .filter(definition -> definition.name().equals(row.definition().name()))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                422,
                "another-document",
                "The document does not define %s.".formatted(row.definition().name())));
  }
}
