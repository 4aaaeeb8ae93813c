package eu.bekaa.standard.assurance.agent;

/// What one agent does without a language model: look up, retrieve, classify by the tables of the contract.
public interface Analyst {
    Agent agent();

    /// Works out a proposal. Changes nothing; every look at something goes through the bench, which records it.
    Proposal propose(Bench bench);
}
