package io.redress.complaint.recognition;

import io.redress.complaint.file.Danger;
import java.util.List;
import java.util.Set;

/**
 * The result of reading a text: what was recognised in it.
 *
 * @param why for people, what was found and in which words, such as {@code injury: "im Krankenhaus"}; empty where
 *     nothing
 */
public record RecognitionResult(Danger danger, Set<Topic> topics, List<String> why) {}
