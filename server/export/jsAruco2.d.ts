/** What we use of js-aruco2, which brings no types. */
declare module 'js-aruco2' {
  const aruco: {
    readonly AR: {
      readonly Dictionary: new (
        name: string,
      ) => {
        /** Of each mark its squares as '0' and '1', line by line; '1' is white. */
        readonly codeList: readonly (readonly string[] | string)[];
      };
    };
  };
  export default aruco;
}
