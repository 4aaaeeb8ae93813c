package eu.bekaa.standard.bench.coldstart;

/// What every function is compared with, by turns.
/// @param floor the least that does the same to the same database
/// @param hello the framework, doing nothing
record Peers(Peer floor, Peer hello) {}
