package dev.inkling.openai.fake;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published description of the API, which is not part of this project. */
public final class RequestSchema {
    private static final Map<String, String> NAMES = Map.of(
            "/chat/completions", "CreateChatCompletionRequest",
            "/images/generations", "CreateImageRequest",
            "/images/edits", "CreateImageEditRequest");

    private final JsonNode components;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private RequestSchema(JsonNode components) {
        this.components = components;
    }

    /** The folder beside the project, or the one that INKLING_SHARED names. */
    public static Path file() {
        String shared = Optional.ofNullable(System.getenv("INKLING_SHARED")).orElse("../../shared");
        return Path.of(shared, "spec", "openai-api-subset.yaml");
    }

    /** Empty where the description is not there. */
    public static Optional<RequestSchema> load() {
        try {
            return Files.exists(file())
                    ? Optional.of(new RequestSchema(new YAMLMapper().readTree(Files.readAllBytes(file())).get("components")))
                    : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(file() + " cannot be read", e);
        }
    }

    /** What is wrong with a request; empty when nothing is, or when the path is not described. */
    List<String> violations(FakeRequest request) {
        String name = NAMES.get(request.path());
        if (name == null) {
            return List.of();
        }
        JsonNode json = request.json();
        return schemas.computeIfAbsent(name, this::schema).validate(json.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema schema(String name) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", components);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
    }
}
