package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.AddPerson;
import dev.slipway.wire.LinkPerson;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway user …}: who is behind addresses and tokens. */
@Command(
    name = "user",
    description = "Who is behind e-mail addresses and tokens.",
    synopsisSubcommandLabel = "VERB")
public final class UserVerbs {

  private final Slipway slipway;

  public UserVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(name = "add", description = "Take a person in.")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "ADDRESS",
              description = "One that this person commits with.")
          String email) {
    JsonNode person = slipway.server().ask(Request.post(new AddPerson(name, email), "people"));
    return slipway.show(
        person, () -> Visible.of("%s is %s".formatted(name, Fields.text(person, "id"))) + "\n");
  }

  /** What stands for a person; exactly one of them. */
  static final class Handle {
    @Option(names = "--email", paramLabel = "ADDRESS", description = "Another address.")
    private Optional<String> email = Optional.empty();

    @Option(names = "--token", paramLabel = "TOKEN", description = "A token, by its id.")
    private Optional<String> token = Optional.empty();
  }

  @Command(name = "link", description = "Let an address or a token stand for a person.")
  int link(
      @Parameters(paramLabel = "PERSON") String person,
      @ArgGroup(multiplicity = "1") Handle handle) {
    LinkPerson body = new LinkPerson(handle.email, handle.token);
    JsonNode linked = slipway.server().ask(Request.post(body, "people", person, "links"));
    return slipway.show(
        linked,
        () ->
            Visible.of("Linked to %s (%s)".formatted(Fields.text(linked, "name"), person)) + "\n");
  }

  @Command(name = "list", description = "People, and what stands for each.")
  int list() {
    JsonNode page = slipway.server().ask(Request.get("people"));
    return slipway.show(
        page,
        () -> {
          Table table = new Table("PERSON", "NAME", "ADDRESSES", "TOKENS");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "id"),
                Fields.text(one, "name"),
                Fields.joined(one, "emails", ", "),
                Fields.joined(one, "tokens", ", "));
          }
          return table.render(slipway.colours());
        });
  }

  @Command(name = "forget", description = "Erase a person's name and addresses.")
  int forget(@Parameters(paramLabel = "PERSON") String person) {
    JsonNode gone = slipway.server().ask(Request.delete("people", person));
    return slipway.show(gone, () -> Visible.of("Forgot " + person) + "\n", Exit.CONVERGED);
  }
}
