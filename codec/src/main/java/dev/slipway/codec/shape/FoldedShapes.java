package dev.slipway.codec.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * The collections that folds are made of: they are of the fold and in no entry, so their form may
 * change with the program. Stateless.
 */
final class FoldedShapes {

  private static final Map<Class<?>, Function<List<Object>, Object>> COLLECTIONS =
      Map.of(
          PVector.class, TreePVector::from,
          PSet.class, HashTreePSet::from,
          PSortedSet.class, FoldedShapes::sortedSet);

  private static final Map<Class<?>, Function<Map<Object, Object>, Object>> MAPS =
      Map.of(PMap.class, HashTreePMap::from, PSortedMap.class, FoldedShapes::sortedMap);

  private FoldedShapes() {}

  static Optional<Shape> ofCollection(Class<?> raw, Shape element) {
    return Optional.ofNullable(COLLECTIONS.get(raw))
        .map(collected -> new ListShape(element, collected));
  }

  static Optional<Shape> ofMap(Class<?> raw, Shape key, Shape value) {
    return Optional.ofNullable(MAPS.get(raw))
        .map(collected -> new PairsShape(key, value, collected));
  }

  /** The order is the elements' own, as in every sorted collection of a fold. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Object sortedSet(List<Object> elements) {
    return TreePSet.from((List<Comparable>) (List) elements);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Object sortedMap(Map<Object, Object> pairs) {
    return TreePMap.from((Map<Comparable, Object>) (Map) pairs);
  }
}
