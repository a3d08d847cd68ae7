package dev.slipway.http.show;

import dev.slipway.loop.door.Administration.NewToken;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.views.row.TokenRow;
import dev.slipway.wire.CreateToken;
import dev.slipway.wire.Grant;
import dev.slipway.wire.HookKind;
import dev.slipway.wire.ScopeRef;
import dev.slipway.wire.Token;
import java.util.Locale;
import java.util.Optional;

/** Roles and how far they reach. */
public final class Grants {

  private static final ScopeRef EVERYTHING = new ScopeRef(Optional.empty(), Optional.empty());

  private Grants() {}

  public static Token token(TokenRow row, Shown shown) {
    return new Token(
        row.token().value(),
        shown.name(row.token()),
        role(row.role()),
        scope(row.reach()),
        row.revoked(),
        row.at());
  }

  /** A token that was just made. */
  public static Token token(NewToken made, CreateToken asked) {
    return new Token(
        made.token().value(),
        made.name(),
        asked.role(),
        asked.scope().orElse(EVERYTHING),
        false,
        made.at());
  }

  public static Grant grant(TokenRow row) {
    return new Grant(role(row.role()), scope(row.reach()));
  }

  public static Role role(dev.slipway.wire.Role role) {
    return Role.valueOf(role.name());
  }

  public static dev.slipway.wire.Role role(Role role) {
    return dev.slipway.wire.Role.valueOf(role.name());
  }

  /**
   * The scope that is named.
   *
   * @throws dev.slipway.model.InvalidValue when a name cannot be one
   */
  public static Scope scope(Optional<ScopeRef> named) {
    Optional<ApplicationName> application =
        named.flatMap(ScopeRef::application).map(ApplicationName::new);
    Optional<EnvironmentName> environment =
        named.flatMap(ScopeRef::environment).map(EnvironmentName::new);
    if (application.isPresent() && environment.isPresent()) {
      return new Scope.OfPlacement(new Placement(application.get(), environment.get()));
    }
    if (application.isPresent()) {
      return new Scope.OfApplication(application.get());
    }
    return environment.isPresent()
        ? new Scope.OfEnvironment(environment.get())
        : new Scope.Everything();
  }

  public static ScopeRef scope(Scope scope) {
    return switch (scope) {
      case Scope.Everything everything -> EVERYTHING;
      case Scope.OfApplication of ->
          new ScopeRef(Optional.of(of.application().value()), Optional.empty());
      case Scope.OfEnvironment of ->
          new ScopeRef(Optional.empty(), Optional.of(of.environment().value()));
      case Scope.OfPlacement of ->
          new ScopeRef(
              Optional.of(of.placement().application().value()),
              Optional.of(of.placement().environment().value()));
    };
  }

  public static HookKind kind(String kind) {
    return HookKind.valueOf(kind.toUpperCase(Locale.ROOT));
  }

  public static String kind(HookKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
