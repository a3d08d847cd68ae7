package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.CreateToken;
import dev.slipway.wire.LinkPerson;
import dev.slipway.wire.Role;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway token …}: who may do what. */
@Command(name = "token", description = "Who may do what.", synopsisSubcommandLabel = "VERB")
public final class TokenVerbs {

  private final Slipway slipway;

  public TokenVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "create",
      description = "Make a token; its secret is shown this once.",
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "NAME", description = "For people: whose it is, or what for.")
          String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              converter = RoleName.class,
              description = "viewer, reporter, deployer, approver, owner or admin.")
          Role role,
      @Mixin Reaching reaching,
      @Option(
              names = "--for",
              paramLabel = "PERSON",
              description = "Let it stand for a person, as slipway user link does.")
          Optional<String> person) {
    CreateToken body = new CreateToken(name, role, reaching.scope());
    Server server = slipway.server();
    JsonNode created = server.ask(Request.post(body, "tokens"));
    person.ifPresent(whose -> server.ask(linked(whose, Fields.text(created, "token.id"))));
    return slipway.show(
        created,
        () -> {
          slipway.remark(
              Visible.of(
                  "Token %s; this is shown once:".formatted(Fields.text(created, "token.id"))));
          return Visible.of(Fields.text(created, "secret")) + "\n";
        });
  }

  private static Request linked(String person, String token) {
    return Request.post(
        new LinkPerson(Optional.empty(), Optional.of(token)), "people", person, "links");
  }

  @Command(
      name = "list",
      description = "Tokens, by name; never their secrets.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("tokens"), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          Table table = new Table("TOKEN", "NAME", "ROLE", "APPLICATION", "ENVIRONMENT", "AGE", "");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "id"),
                Fields.text(one, "name"),
                Fields.text(one, "role"),
                Fields.found(one, "scope.application").orElse("all"),
                Fields.found(one, "scope.environment").orElse("all"),
                Ages.of(Fields.text(one, "issuedAt"), slipway.now()),
                one.path("revoked").asBoolean() ? "revoked" : "");
          }
          return table.render(slipway.colours());
        });
  }

  @Command(
      name = "exchange",
      description =
          "Print a token for this run of a CI system, for SLIPWAY_TOKEN of more commands.",
      mixinStandardHelpOptions = true)
  int exchange() {
    JsonNode exchanged = slipway.exchanged();
    return slipway.show(
        exchanged,
        () -> {
          slipway.remark(
              Visible.of(
                  "Counts until %s; keep it out of the log:"
                      .formatted(Fields.text(exchanged, "expiresAt"))));
          return Visible.of(Fields.text(exchanged, "secret")) + "\n";
        });
  }

  @Command(name = "revoke", description = "End a token at once.", mixinStandardHelpOptions = true)
  int revoke(@Parameters(paramLabel = "TOKEN") String token) {
    return slipway.wish(Request.delete("tokens", token), "Revoked " + token);
  }
}
