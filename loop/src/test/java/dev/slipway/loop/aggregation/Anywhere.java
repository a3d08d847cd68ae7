package dev.slipway.loop.aggregation;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.Compiled;
import dev.slipway.aggregation.Reaches;
import dev.slipway.codec.Digests;
import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.config.Documents;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compiles drawn sets of documents, in this process, and says what they all come to. */
final class Anywhere {

  private static final Shape COMPILED = Shapes.of(Compiled.class);

  private Anywhere() {}

  /**
   * Prints one line.
   *
   * @param arguments how many sets, and a number that decides in which order their documents come
   */
  public static void main(String[] arguments) {
    System.out.println(said(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])));
  }

  private static String said(int sets, long order) {
    int conflicts = 0;
    String digest = "";
    for (int set = 0; set < sets; set++) {
      List<String> documents = new ArrayList<>(DocumentSets.of(set));
      Collections.shuffle(documents, new Random(order + set));
      for (Compiled compiled : compiled(documents)) {
        conflicts += compiled.conflicts().isEmpty() ? 0 : 1;
        String text = digest + CanonicalText.of(COMPILED, compiled);
        digest = Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
      }
    }
    return sets + " sets, " + conflicts + " in conflict, " + digest;
  }

  private static List<Compiled> compiled(List<String> texts) {
    List<Document> documents = texts.stream().flatMap(Anywhere::documents).toList();
    ApplicationDefinition application =
        documents.stream()
            .filter(Document.OfApplication.class::isInstance)
            .map(document -> ((Document.OfApplication) document).definition())
            .findFirst()
            .orElseThrow();
    List<PinnedOverlay> overlays =
        documents.stream()
            .filter(Document.OfOverlay.class::isInstance)
            .map(document -> pinned((Document.OfOverlay) document, application.route()))
            .toList();
    return application.route().stream()
        .map(environment -> Compilation.of(application, environment, overlays))
        .toList();
  }

  private static Stream<Document> documents(String text) {
    return switch (Documents.compile("set.yaml", Bytes.ofUtf8(text))) {
      case dev.slipway.config.Compiled.Valid valid -> valid.documents().stream();
      case dev.slipway.config.Compiled.Invalid invalid ->
          throw new AssertionError(text + invalid.problems());
    };
  }

  private static PinnedOverlay pinned(Document.OfOverlay document, List<EnvironmentName> route) {
    return new PinnedOverlay(
        new Revision<>(
            document.definition(), 1, new Origin.Applied(ActorId.SLIPWAY, document.digest())),
        route.stream()
            .filter(environment ->
                Reaches.reaches(document.definition().reach(), environment, new TreeMap<>()))
            .toList());
  }
}
