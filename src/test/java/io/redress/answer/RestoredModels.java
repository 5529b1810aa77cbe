package io.redress.answer;

import io.redress.answer.ModelVersions.ModelVersion;
import java.util.List;

/** What going back has put live. */
public record RestoredModels(List<ModelVersion> items, List<String> unchanged, String message) {}
