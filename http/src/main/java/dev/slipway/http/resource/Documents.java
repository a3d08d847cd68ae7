package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Papers;
import dev.slipway.loop.door.Papers.Paper;
import dev.slipway.model.Bytes;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.wire.Applied;
import dev.slipway.wire.Carried;
import dev.slipway.wire.DocumentKind;
import dev.slipway.wire.DocumentProblem;
import dev.slipway.wire.DocumentSummary;
import dev.slipway.wire.Validation;
import java.util.List;

/** Documents: what is wrong with them, and bringing them in. */
public final class Documents {

  private static final String NAME = "slipway.yaml";
  private static final int NAME_LENGTH_MAX = 255;
  private static final int FILES_MAX = 100;

  private final Doors doors;
  private final Wishes wishes;

  public Documents(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer validate(Call call) {
    Papers.Compiled compiled = doors.papers().compile(papers(call));
    return Answer.ok(
        new Validation(
            compiled.mistakes().isEmpty(),
            compiled.documents().stream().map(Documents::summary).toList(),
            compiled.mistakes().stream().map(Documents::problem).toList()));
  }

  public Answer apply(Call call) {
    Papers.Compiled compiled = doors.papers().compile(papers(call));
    if (!compiled.mistakes().isEmpty()) {
      throw Refusal.invalid(compiled.mistakes().stream().map(Documents::problem).toList());
    }
    return wishes.carry(
        call,
        new Command.Apply(compiled.documents()),
        carried -> {
          Carried shown = wishes.shown(call, carried);
          return Answer.ok(
              new Applied(
                  shown.position(),
                  shown.settlement(),
                  shown.because(),
                  compiled.documents().stream().map(Documents::summary).toList()));
        });
  }

  private static List<Paper> papers(Call call) {
    if (call.hasType("application/yaml")) {
      String file = call.query("file", text -> text).orElse(NAME);
      return List.of(new Paper(name(file), call.octets()));
    }
    return papers(call.json(dev.slipway.wire.Documents.class).files());
  }

  static List<Paper> papers(List<dev.slipway.wire.File> files) {
    if (files.isEmpty() || files.size() > FILES_MAX) {
      throw Refusal.badRequest("invalid-files", "1 to " + FILES_MAX + " files are taken.");
    }
    return files.stream()
        .map(file -> new Paper(name(file.name()), Bytes.ofUtf8(file.content())))
        .toList();
  }

  private static String name(String file) {
    if (file.length() > NAME_LENGTH_MAX || file.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.badRequest(
          "invalid-file-name", "A file's name has at most 255 characters, none of them control.");
    }
    return file;
  }

  static DocumentProblem problem(Papers.Mistake mistake) {
    return new DocumentProblem(
        mistake.file(),
        mistake.line(),
        mistake.column(),
        mistake.code(),
        mistake.message(),
        mistake.nearest());
  }

  private static DocumentSummary summary(Document document) {
    String digest = document.digest().value();
    return switch (document) {
      case Document.OfApplication it ->
          new DocumentSummary(DocumentKind.APPLICATION, it.definition().name().value(), digest);
      case Document.OfEnvironment it ->
          new DocumentSummary(DocumentKind.ENVIRONMENT, it.definition().name().value(), digest);
      case Document.OfEnvironmentGroup it ->
          new DocumentSummary(
              DocumentKind.ENVIRONMENT_GROUP, it.definition().name().value(), digest);
      case Document.OfLabelledTarget it ->
          new DocumentSummary(DocumentKind.TARGET, it.definition().name().value(), digest);
      case Document.OfResource it ->
          new DocumentSummary(DocumentKind.RESOURCE, it.definition().name().value(), digest);
      case Document.OfTarget it ->
          new DocumentSummary(DocumentKind.TARGET, it.definition().id().toString(), digest);
      case Document.OfOverlay it ->
          new DocumentSummary(DocumentKind.OVERLAY, it.definition().name().value(), digest);
      case Document.OfPolicy it ->
          new DocumentSummary(DocumentKind.POLICY, it.definition().name().value(), digest);
      case Document.OfNotification it ->
          new DocumentSummary(DocumentKind.NOTIFICATION, it.definition().name().value(), digest);
      case Document.OfOwner it ->
          new DocumentSummary(DocumentKind.OWNER, it.definition().name().value(), digest);
    };
  }
}
