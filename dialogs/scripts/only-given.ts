/** What a script says that an identity proves, without what it leaves out. */
export const onlyGiven = (proves: { customer?: string | undefined; order?: string | undefined }) => ({
  ...(proves.customer ? { customer: proves.customer } : {}),
  ...(proves.order ? { order: proves.order } : {}),
});
