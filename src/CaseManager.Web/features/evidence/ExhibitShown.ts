import { graphql } from '../../gql';

// Without its id on purpose: an exhibit as it was stands beside the one as it is, and must not be taken for it by the cache.
export const ExhibitShown = graphql(`
  fragment ExhibitShown on Exhibit {
    number item description corrected kind status overdue provisional seal marking { ...Marked } place coordinates { latitude longitude }
    authority authorityReference precision occurredAt occurredUntil occurredZone occurredPart occurredSaid
    recordedAt heldSince due inTransitSince
    case { id number title stage marking { ...Marked } taskForce { id } ...HeldOn }
    finder { id name } recordedBy { id name } holder { id name } holderAgency { id code name } offeredTo { id name }
    seizedFor { id code name } originator { id code name }
    custodyChain {
      transfer outcome seal sealSeen reason answer offeredAt due answeredAt handedOverAt overdue recordedLate
      from { id name } to { id name agency { id code } }
    }
    holdings { transfer since until recordedAt recordedLate holder { id name } }
    history {
      version what recordedAt reason by { id name } agency { id code }
      fields { field was is wasOfficer { id name } isOfficer { id name } }
    }
    links(first: 20) { nodes { kind direction reason linkedAt linkedBy { id name } other { ...RecordNamed } } }
  }
`);
