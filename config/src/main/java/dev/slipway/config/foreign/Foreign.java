package dev.slipway.config.foreign;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.config.text.DocumentFile;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.config.text.Sheet;
import dev.slipway.model.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads files of other systems, within the limits of documents. Any bytes give an answer, never an
 * exception. Pure; safe for several threads.
 */
public final class Foreign {

  private static final String MADE = "slipway.yaml";
  private static final int PROBLEMS_MAX = 20;

  private Foreign() {}

  /** A file of applications by name, each with its command and what belongs to it. */
  public static Imported applications(String file, Bytes text) {
    var problems = new Problems(file);
    Optional<Node.Fields> root = root(text, problems);
    if (root.isEmpty()) {
      return new Imported.Refused(problems.inOrder());
    }
    var findings = new Findings();
    findings.in(file);
    List<Draft> drafts = new Applications(findings).read(root.get());
    return drafts.isEmpty()
        ? new Imported.Refused(none(file, root.get().place(), findings))
        : whole(drafts, findings);
  }

  /**
   * The files of a folder {@code deploy} that describes one pipeline for every branch.
   *
   * @param application how it is to be called
   * @param files by their names within the folder
   */
  public static Imported pipeline(String application, SequencedMap<String, Bytes> files) {
    SequencedMap<String, Node.Fields> roots = new LinkedHashMap<>();
    List<Problem> mistakes = new ArrayList<>();
    files.forEach((file, text) -> {
      var problems = new Problems(file);
      root(text, problems).ifPresent(root -> roots.put(file, root));
      mistakes.addAll(problems.inOrder());
    });
    if (!mistakes.isEmpty()) {
      return new Imported.Refused(mistakes.stream().limit(PROBLEMS_MAX).toList());
    }
    var findings = new Findings();
    return new Pipeline(findings)
        .read(application, roots)
        .map(draft -> whole(List.of(draft), findings))
        .orElseGet(() ->
            new Imported.Refused(
                List.of(
                    new Problem(
                        Pipeline.SPECIFICATION,
                        Place.START.line(),
                        Place.START.column(),
                        "no-application",
                        "Here is no pipeline: the folder has no "
                            + Pipeline.SPECIFICATION
                            + ", or its name is none that an application may have.",
                        Optional.empty()))));
  }

  /** That there is no application, and what was not understood instead. */
  private static List<Problem> none(String file, Place place, Findings findings) {
    var none =
        new Problem(
            file,
            place.line(),
            place.column(),
            "no-application",
            "No application is in this file: a name, and under it at least 'deploy', the command."
                + " What is a document of ours already is for slipway validate.",
            Optional.empty());
    return Stream.concat(Stream.of(none), findings.unmet().stream()).limit(PROBLEMS_MAX).toList();
  }

  private static Optional<Node.Fields> root(Bytes text, Problems problems) {
    List<Sheet> documents = DocumentFile.read(text, problems);
    if (documents.isEmpty() && problems.areNone()) {
      problems.add(Place.START, "no-document", "The file holds nothing.");
    }
    if (documents.size() > 1) {
      problems.add(
          documents.get(1).root().place(), "too-many-documents", "This file holds one document.");
    }
    if (!problems.areNone()) {
      return Optional.empty();
    }
    if (documents.getFirst().root() instanceof Node.Fields fields) {
      return Optional.of(fields);
    }
    problems.add(documents.getFirst().root().place(), "not-a-mapping", "This has to be a mapping.");
    return Optional.empty();
  }

  /** Whatever was put together is read as everybody's documents are, before anybody gets it. */
  private static Imported whole(List<Draft> drafts, Findings findings) {
    Set<String> documents = new LinkedHashSet<>();
    drafts.forEach(draft -> documents.add(draft.yaml()));
    drafts.forEach(draft -> documents.addAll(draft.environments()));
    String yaml = String.join("---\n", documents);
    return switch (Documents.compile(MADE, Bytes.ofUtf8(yaml))) {
      case Compiled.Valid _ -> new Imported.Understood(findings.all(), yaml);
      case Compiled.Invalid(List<Problem> problems) -> new Imported.Refused(problems);
    };
  }
}
