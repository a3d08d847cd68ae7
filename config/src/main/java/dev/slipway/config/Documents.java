package dev.slipway.config;

import dev.slipway.config.read.DocumentReader;
import dev.slipway.config.schema.Shape;
import dev.slipway.config.schema.Shapes;
import dev.slipway.config.text.DocumentFile;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.config.text.Sheet;
import dev.slipway.model.Bytes;
import dev.slipway.model.command.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles documents: YAML 1.2 (so JSON too) without types, at most 1 MiB, 32 levels and 200
 * documents a file. Any bytes give an answer, never an exception. Pure; safe for several threads.
 */
public final class Documents {

  private Documents() {}

  /**
   * Compiles a file of documents of any kind, separated by {@code ---}.
   *
   * @param fileName what problems call the file
   */
  public static Compiled compile(String fileName, Bytes yaml) {
    return compile(fileName, yaml, Shapes.DOCUMENTS);
  }

  /**
   * Compiles the one document in an application's repository, usually {@code slipway.yaml}. A
   * repository says what its own application is; environments and targets in it are problems.
   *
   * @return when valid, exactly one document, of an application
   */
  public static Compiled application(String fileName, Bytes yaml) {
    return compile(fileName, yaml, List.of(Shapes.APPLICATION));
  }

  private static Compiled compile(String fileName, Bytes yaml, List<Shape> allowed) {
    var problems = new Problems(fileName);
    List<Sheet> documents = DocumentFile.read(yaml, problems);
    if (documents.isEmpty() && problems.areNone()) {
      problems.add(Place.START, "no-document", "The file holds no document.");
    }
    if (documents.size() > 1 && allowed.size() == 1) {
      problems.add(
          documents.get(1).root().place(),
          "too-many-documents",
          "A repository's file holds one application. Move the other documents elsewhere.");
    }
    List<Document> compiled = new ArrayList<>();
    var reader = new DocumentReader(problems);
    for (Sheet document : documents) {
      if (problems.areTooMany()) {
        break;
      }
      reader.read(document, allowed).ifPresent(compiled::add);
    }
    Heads.refuseTwice(compiled, documents, problems);
    return problems.areNone()
        ? new Compiled.Valid(compiled)
        : new Compiled.Invalid(problems.inOrder());
  }
}
