package io.redress.engine.deployment;

/** Who has to know of every deployment, whatever it came from. */
public interface NewDeployments {

    /**
     * Told at the end of the transaction that deploys, in which the engine's tables have the deployment already; what is
     * thrown undoes it.
     *
     * @param deploymentId of a deployment that did not exist before
     * @param login who deployed it, {@code null} where nobody was logged in
     */
    void deployed(String deploymentId, String login);
}
