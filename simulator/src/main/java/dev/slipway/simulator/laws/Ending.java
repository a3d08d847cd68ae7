package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Blobs;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.TargetId;
import dev.slipway.simulator.Machine;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param world folded from the ledger by the laws themselves
 * @param servers what each process of the server believes
 * @param entries the ledger's exact bytes
 * @param acknowledged the bodies of events whose senders were told that they are safe
 * @param heads where the main branches really are, by repository
 * @param blobs what the server has of artifacts
 */
public record Ending(
    World world,
    List<World> servers,
    List<Bytes> entries,
    List<Digest> acknowledged,
    Map<RepositoryUrl, Sha> heads,
    Blobs blobs,
    Map<TargetId, Machine> machines) {}
