export const helper = {
  ask: '{navn} vil skrive for deg. Er det greit?',
  askText:
    'Sier du ja, kan {navn} legge lapper for deg. Alle ser at det var {navn} som skrev dem. Du kan si nei igjen når du vil.',
  yes: 'Ja, det er greit',
  no: 'Nei',
  helps: '{navn} kan skrive for deg.',
  notAnyMore: 'Nei, ikke lenger',
  helpsNot: '{navn} skriver ikke for deg.',
  afterAll: 'Det er greit likevel',
  whoHelps: 'Hvem skriver for {navn}?',
  nobodyHelps: 'Ingen',
  saidNothing: '{navn} har ikke svart ennå. Spørsmålet står på siden til {navn}.',
  saidYes: '{navn} har sagt ja.',
  saidNo: '{navn} har sagt nei.',
} as const;
