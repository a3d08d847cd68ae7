package dev.slipway.forwarder.routes;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The doors that one writer wants, as a text of lines:
 *
 * <pre>
 * door 127.0.0.1:18080 http
 * to 127.0.0.1:40001 100
 * drain 127.0.0.1:40000
 * </pre>
 *
 * @param doors at most 1000
 */
public record Routes(List<Door> doors) {

  /** Longer files are refused. */
  public static final int LENGTH_MAX = 1024 * 1024;

  private static final int DOORS_MAX = 1000;

  public Routes {
    doors = List.copyOf(doors);
    if (doors.size() > DOORS_MAX) {
      throw new IllegalArgumentException("There may be " + DOORS_MAX + " doors.");
    }
  }

  /** The text from which {@link #parse} makes the same again. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Door door : doors) {
      text.append("door ")
          .append(Addresses.text(door.address()))
          .append(' ')
          .append(door.traffic().name().toLowerCase(Locale.ROOT))
          .append('\n');
      for (Way way : door.ways()) {
        text.append(way.draining() ? "drain " : "to ").append(Addresses.text(way.to()));
        text.append(way.draining() ? "" : " " + way.weight()).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Reads a text.
   *
   * @throws Malformed when it is none; then nothing of it is used
   */
  public static Routes parse(String text) throws Malformed {
    if (text.length() > LENGTH_MAX) {
      throw new Malformed(1, "is part of a file that is too long.");
    }
    List<Door> doors = new ArrayList<>();
    Optional<Door> open = Optional.empty();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String[] words = line.strip().split(" +", -1);
      if (words.length == 3 && words[0].equals("door")) {
        open.ifPresent(doors::add);
        open =
            Optional.of(new Door(address(words[1], number), traffic(words[2], number), List.of()));
      } else {
        Way way = way(words, number);
        int at = number;
        open =
            Optional.of(
                with(open.orElseThrow(() -> new Malformed(at, "belongs to no door.")), way, at));
      }
    }
    open.ifPresent(doors::add);
    if (doors.size() > DOORS_MAX) {
      throw new Malformed(number, "is behind the last of " + DOORS_MAX + " doors.");
    }
    return new Routes(doors);
  }

  private static Door with(Door door, Way way, int number) throws Malformed {
    List<Way> ways = new ArrayList<>(door.ways());
    ways.add(way);
    if (ways.size() > Door.WAYS_MAX) {
      throw new Malformed(number, "is one way too many.");
    }
    return new Door(door.address(), door.traffic(), ways);
  }

  private static Way way(String[] words, int number) throws Malformed {
    if (words.length == 2 && words[0].equals("drain")) {
      return Way.draining(address(words[1], number));
    }
    if (words.length == 3 && words[0].equals("to")) {
      return Way.open(address(words[1], number), weight(words[2], number));
    }
    throw new Malformed(number, "is neither a door nor a way.");
  }

  private static InetSocketAddress address(String text, int number) throws Malformed {
    return Addresses.parse(text)
        .orElseThrow(() -> new Malformed(number, "has no address and port in numbers."));
  }

  private static Traffic traffic(String text, int number) throws Malformed {
    return switch (text) {
      case "http" -> Traffic.HTTP;
      case "tcp" -> Traffic.TCP;
      default -> throw new Malformed(number, "has no known kind of traffic.");
    };
  }

  private static int weight(String text, int number) throws Malformed {
    if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > Way.WEIGHT_MAX) {
      throw new Malformed(number, "has no weight from 0 to " + Way.WEIGHT_MAX + ".");
    }
    return Integer.parseInt(text);
  }
}
