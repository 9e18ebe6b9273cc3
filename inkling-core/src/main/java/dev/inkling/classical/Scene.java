package dev.inkling.classical;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was recognised in a picture.
 *
 * @param sightings things with their places
 * @param subject   what the picture as a whole is of, any text; empty when that is not known
 */
public record Scene(List<Sighting> sightings, String subject) {
    /** Nothing was recognised. */
    public static final Scene UNKNOWN = new Scene(List.of(), "");

    public Scene {
        sightings = List.copyOf(sightings);
    }

    /** This, and what another way of looking found beside it: what has a name here is not named again. */
    public Scene with(Scene other) {
        Set<String> named = sightings.stream()
                .map(sighting -> SceneDescriber.sayable(sighting.name()))
                .collect(Collectors.toSet());
        Stream<Sighting> others = other.sightings.stream()
                .filter(sighting -> !named.contains(SceneDescriber.sayable(sighting.name())));
        return new Scene(
                Stream.concat(sightings.stream(), others).toList(), subject.isEmpty() ? other.subject : subject);
    }
}
