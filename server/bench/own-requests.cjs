// Loaded by the thread that fires the load: gives every connection its own stretch of the requests, so that no two take the same step.
let given = 0;
module.exports = (client) => {
  const { requests, initialContext } = client.opts;
  const mine = requests.slice(given, given + initialContext.each);
  given += initialContext.each;
  client.responseMax = mine.length;
  client.setRequests(mine);
};
