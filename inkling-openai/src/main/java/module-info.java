/** Describes, condenses and generates through OpenAI-compatible services and A1111-style image servers. */
module dev.inkling.openai {
    requires static transitive org.jspecify;
    requires transitive dev.inkling.core;
    requires java.net.http;
    requires transitive tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports dev.inkling.openai;
    exports dev.inkling.openai.api;
    exports dev.inkling.openai.cost;
    exports dev.inkling.openai.prompt;
    exports dev.inkling.openai.transport;
}
