package dev.slipway.outlet;

import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.state.Outlook;
import java.util.List;
import java.util.Optional;

/**
 * What a commit would come to, if it were deployed now.
 *
 * @param places each for itself, by application and in the order of its route
 */
public record Foretold(Sha commit, List<Place> places) {

  public Foretold {
    places = List.copyOf(places);
  }

  /**
   * An application in an environment.
   *
   * @param services those that would differ; none where it would be refused
   */
  public record Place(Outlook.Stop stop, List<Service> services) {
    public Place {
      services = List.copyOf(services);
    }
  }

  /** How something would differ. */
  public enum How {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** A service that would differ, with the fields that would. */
  public record Service(ServiceName name, How how, List<Field> fields) {
    public Service {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field that would differ.
   *
   * @param name as documents call it
   * @param from what it is; absent where it is nothing, or must not be told
   * @param to what it would be; absent where it would be nothing, or must not be told
   */
  public record Field(String name, How how, Optional<String> from, Optional<String> to) {}
}
