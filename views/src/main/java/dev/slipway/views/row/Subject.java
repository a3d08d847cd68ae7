package dev.slipway.views.row;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an entry is about, as far as it names it. */
public record Subject(
    Optional<ApplicationName> application,
    Optional<EnvironmentName> environment,
    Optional<Integer> number,
    Optional<ShipmentId> shipment,
    Optional<TargetName> target) {

  public static final Subject NOTHING =
      new Subject(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Subject of(ApplicationName application) {
    return NOTHING.withApplication(application);
  }

  public static Subject of(EnvironmentName environment) {
    return NOTHING.withEnvironment(environment);
  }

  public static Subject of(Placement placement) {
    return of(placement.application()).withEnvironment(placement.environment());
  }

  public static Subject of(DeliveryId delivery) {
    return of(delivery.placement()).withNumber(delivery.number());
  }

  public static Subject of(Scope scope) {
    return switch (scope) {
      case Scope.Everything it -> NOTHING;
      case Scope.OfApplication it -> of(it.application());
      case Scope.OfEnvironment it -> of(it.environment());
      case Scope.OfPlacement it -> of(it.placement());
    };
  }

  public static Subject of(TargetId target) {
    return of(target.environment()).withTarget(target.target());
  }

  public static Subject of(Slot slot) {
    return of(slot.placement()).withTarget(slot.target().target());
  }

  public static Subject of(ShipmentId shipment) {
    return NOTHING.withShipment(shipment);
  }

  public Subject withApplication(ApplicationName named) {
    return new Subject(Optional.of(named), environment, number, shipment, target);
  }

  public Subject withEnvironment(EnvironmentName named) {
    return new Subject(application, Optional.of(named), number, shipment, target);
  }

  public Subject withNumber(int named) {
    return new Subject(application, environment, Optional.of(named), shipment, target);
  }

  public Subject withShipment(ShipmentId named) {
    return new Subject(application, environment, number, Optional.of(named), target);
  }

  public Subject withTarget(TargetName named) {
    return new Subject(application, environment, number, shipment, Optional.of(named));
  }

  /** The delivery that is named, if all of its address is. */
  public Optional<DeliveryId> delivery() {
    return application.flatMap(app ->
        environment.flatMap(env -> number.map(n -> new DeliveryId(new Placement(app, env), n))));
  }

  Map<String, String> columns() {
    Map<String, String> columns = new TreeMap<>();
    application.ifPresent(it -> columns.put("application", it.value()));
    environment.ifPresent(it -> columns.put("environment", it.value()));
    shipment.ifPresent(it -> columns.put("shipment", it.value()));
    delivery().ifPresent(it -> columns.put("delivery", it.toString()));
    return columns;
  }

  Scope scope() {
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
}
