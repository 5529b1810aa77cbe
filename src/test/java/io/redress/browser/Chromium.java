package io.redress.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of this machine: named by {@code CHROMIUM} or on the path, with its driver. Nothing is downloaded. */
final class Chromium {

    private static final Path CHROMIUM = found("CHROMIUM", "chromium", "chromium-browser", "google-chrome");
    private static final Path DRIVER = found("CHROMEDRIVER", "chromedriver", "chromium.chromedriver");

    private Chromium() {}

    /** What is lacking for browser tests, in words; empty where nothing is. */
    static Optional<String> missing() {
        if (CHROMIUM == null) {
            return Optional.of("No Chromium on the PATH or in CHROMIUM: browser tests are skipped");
        }
        return DRIVER == null
                ? Optional.of("No chromedriver on the PATH or in CHROMEDRIVER: browser tests are skipped")
                : Optional.empty();
    }

    /** Opens a window of its own, with nothing remembered. */
    static ChromeDriver open(Path profile, int width, int height) {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options(profile, width, height));
    }

    private static ChromeOptions options(Path profile, int width, int height) {
        var options = new ChromeOptions()
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=en",
                        "--window-size=" + width + "," + height,
                        "--user-data-dir=" + profile);
        options.setBinary(CHROMIUM.toFile());
        if (width < Browser.NARROWEST_WINDOW) {
            var phone = Map.of("width", width, "height", height, "pixelRatio", 2, "touch", true);
            options.setExperimentalOption("mobileEmulation", Map.of("deviceMetrics", phone));
        }
        return options;
    }

    static Path freshProfile() {
        try {
            return Files.createTempDirectory("redress-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path found(String variable, String... names) {
        var named = Stream.of(System.getenv(variable)).filter(Objects::nonNull).map(Path::of);
        var onPath = Stream.of(names).flatMap(name -> Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)));
        return Stream.concat(named, onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
