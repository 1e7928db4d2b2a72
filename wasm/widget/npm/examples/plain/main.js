import "key-points-element/define";
