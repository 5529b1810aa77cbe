-- What a handler chose to be affected, by line of the order; a verdict without lines takes what evidence says.
create table redress.verdict_line (
  verdict  bigint not null references redress.verdict,
  line     integer not null check (line > 0),
  quantity integer not null check (quantity > 0),
  primary key (verdict, line)
);

-- Further fees that a handler gives back, by the shop's name.
create table redress.verdict_fee (
  verdict bigint not null references redress.verdict,
  name    text not null,
  primary key (verdict, name)
);

-- Whether the delivery fee is given back; null where its rule decides.
alter table redress.verdict add delivery_fee boolean;

-- What evidence would say if the complaint were about this: for a person who finds out what nobody named.
create table redress.supposed_evidence (
  case_number text not null references redress.complaint,
  round       integer not null,
  claim       text not null,
  facts       text not null,
  primary key (case_number, round, claim)
);

-- Which proposal somebody was last told, who had another one before their eyes. Written while the rest of what they
-- submitted is refused, so that it must not wait for the case.
create table redress.proposal_told (
  case_number text not null,
  person      text not null,
  digest      text not null,
  told_at     timestamptz not null,
  primary key (case_number, person)
);
