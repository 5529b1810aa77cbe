package careless.first;

/** A class that lies in a wing and in none of its rooms. */
final class Homeless {

    private Homeless() {}
}
