package dev.slipway.simulator.laws;

import dev.slipway.codec.EntryCodec;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.util.ArrayList;
import java.util.List;

/** Law 27: every entry stands at its place, and names the one before it by its hash. */
final class Chained implements Law {

  @Override
  public String name() {
    return "law-27";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    List<String> broken = new ArrayList<>();
    Digest previous = EntryCodec.BEFORE_FIRST;
    Position expected = Position.START;
    for (Bytes bytes : ending.entries()) {
      Link link = Link.read(bytes);
      expected = expected.next();
      if (!link.previous().equals(previous) || !link.recorded().position().equals(expected)) {
        broken.add("the chain is broken at " + expected);
      }
      previous = link.leaf();
    }
    return broken;
  }
}
